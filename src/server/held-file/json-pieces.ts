/** One array of a JSON object, its elements by and by. */
export interface JsonPart {
  name: string;
  pages: AsyncIterable<readonly unknown[]>;
}

/** A JSON object as pieces of text: the fields of `head`, then each part as an array, an element a line. */
export async function* jsonPieces(head: object, parts: readonly JsonPart[]): AsyncGenerator<string> {
  yield JSON.stringify(head, undefined, 2).replace(/\n\}$/, '');
  for (const { name, pages } of parts) {
    yield `,\n  ${JSON.stringify(name)}: [`;
    let isFirst = true;
    for await (const page of pages) {
      const lines = page.map((one) => JSON.stringify(one));
      if (lines.length > 0) yield `${isFirst ? '' : ','}\n    ${lines.join(',\n    ')}`;
      if (lines.length > 0) isFirst = false;
    }
    yield '\n  ]';
  }
  yield '\n}\n';
}
