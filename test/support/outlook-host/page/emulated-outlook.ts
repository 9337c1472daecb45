import { answerMethod, isDisplay, type Method, methodOf, type Params } from './answer-method.ts';
import { initialData, type MailboxItem, type MailboxUser } from './mailbox-item.ts';

/**
 * The host's side of the protocol that office.js speaks on the web: a page that frames the add-in and answers its
 * messages. It does what Outlook on the web does for one open item, and, when told, what it does on a bad day.
 *
 *   open(item) ──► frame loads ──► getAppContext ──► GetInitialData ──► calls … ◄── select(item): ItemChanged
 *
 * Every call is answered about the item that is open when the answer is made, as the real host does: a page that does
 * not look whether the item is still the same one mixes two mails.
 */
export interface OutlookSettings {
  addinUrl: string;
  user: MailboxUser;
  locale: string;
  /** `{"Mailbox":"1.14"}` and the like. */
  requirements: Record<string, string>;
}

/** How the next calls of a method go wrong: an error, no answer at all, or an answer only when it is released. */
export interface Fault {
  method: Method;
  how: 'error' | 'never' | 'held';
  /** How many calls; all when absent. */
  times?: number;
  code?: number;
}

interface Message {
  _messageType: number;
  _actionName: string;
  _actionType: number;
  _conversationId: string;
  _correlationId: number;
  // biome-ignore lint/suspicious/noExplicitAny: each action has its own payload, read right beside its name
  _data: any;
}

export class EmulatedOutlook {
  /** Calls of the Outlook API that were made, in order, by name. */
  readonly calls: string[] = [];
  /** The ids of items that were to be opened in windows of their own, and how. */
  readonly displayed: string[] = [];
  /** The most calls that were waiting for their answers at one time. */
  mostAtOnce = 0;
  private readonly settings: OutlookSettings;
  private readonly parent: HTMLElement;
  private readonly conversationId = `conversation-${crypto.randomUUID()}`;
  private readonly controlId = crypto.randomUUID();
  private readonly registered = new Map<string, Message>();
  private readonly faults: Fault[] = [];
  private readonly held: (() => void)[] = [];
  private readonly waiting = new Set<Message>();
  private item: MailboxItem | null = null;
  private frame: HTMLIFrameElement | undefined;

  constructor(parent: HTMLElement, settings: OutlookSettings) {
    this.parent = parent;
    this.settings = settings;
    addEventListener('message', (event) => this.take(event));
  }

  /** Opens the pane on `item`; an open pane is loaded anew. */
  open(item: MailboxItem | null): void {
    this.item = item;
    this.registered.clear();
    this.frame?.remove();
    const hostInfo = ['Outlook', 'Web', '16.01', this.settings.locale, crypto.randomUUID(), '', '', '0'].join('$');
    const frame = document.createElement('iframe');
    frame.name = JSON.stringify({
      baseFrameName: this.controlId,
      hostInfo,
      xdmInfo: [this.conversationId, this.controlId, location.origin].join('|'),
      serializerVersion: '1',
      flights: '[]',
    });
    const url = new URL(this.settings.addinUrl);
    url.search = `${url.search ? `${url.search}&` : '?'}et=&_host_Info=${hostInfo}`;
    frame.title = 'Interlog';
    frame.sandbox.add('allow-scripts', 'allow-same-origin', 'allow-forms', 'allow-popups', 'allow-downloads');
    frame.src = url.href;
    this.frame = frame;
    this.parent.append(frame);
  }

  /** Opens another item, or none, as a pinned pane sees it. `quietly`: the event gets lost on the way. */
  select(item: MailboxItem | null, { quietly = false } = {}): void {
    this.item = item;
    if (!quietly) this.fire('olkItemSelectedChanged', item ? this.dataOf(item) : '');
  }

  /** Writes on in the open item, and tells of it when `event` names how. */
  edit(change: Partial<MailboxItem>, event?: string): void {
    if (this.item) Object.assign(this.item, change);
    if (event) this.fire(event, [JSON.stringify({})]);
  }

  setTheme(theme: Record<string, number>): void {
    this.fire('officeThemeChanged', [JSON.stringify(theme)]);
  }

  fault(fault: Fault): void {
    this.faults.push({ ...fault });
  }

  noFaults(): void {
    this.faults.length = 0;
  }

  /** Lets all held answers go, oldest first: each says what is true when it is let go. */
  release(): number {
    const answers = this.held.splice(0);
    for (const answer of answers) answer();
    return answers.length;
  }

  heldCalls(): number {
    return this.held.length;
  }

  registrations(): string[] {
    return [...this.registered.keys()];
  }

  private dataOf(item: MailboxItem | null): Record<string, unknown> {
    return initialData(item, this.settings.user, this.controlId);
  }

  private fire(name: string, data: unknown): void {
    const registration = this.registered.get(name);
    if (registration) this.post(registration, data, 1);
  }

  private post(to: Message, data: unknown, responseType: 0 | 1): void {
    const { _actionName, _conversationId, _correlationId } = to;
    const answer = {
      _messageType: 1,
      _actionName,
      _conversationId,
      _correlationId,
      _origin: location.href,
      _data: data,
      _errorCode: 0,
      _responseType: responseType,
      _serializerVersion: 1,
    };
    this.frame?.contentWindow?.postMessage(JSON.stringify(answer), new URL(this.settings.addinUrl).origin);
  }

  private take(event: MessageEvent): void {
    if (event.source !== this.frame?.contentWindow || typeof event.data !== 'string') return;
    if (event.origin !== new URL(this.settings.addinUrl).origin) return;
    const message = parse(event.data);
    if (message?._messageType !== 0 || message._conversationId !== this.conversationId) return;
    if (message._actionType === 1) {
      this.registered.set(message._actionName, message);
      this.post(message, { Error: 0 }, 0);
    } else if (message._actionType === 2) {
      this.registered.delete(message._actionName);
      this.post(message, { Error: 0 }, 0);
    } else this.invoke(message);
  }

  private invoke(message: Message): void {
    const action = message._actionName;
    if (action === 'ContextActivationManager_getAppContextAsync') this.post(message, this.appContext(), 0);
    else if (action === 'GetInitialData') this.post(message, this.dataOf(this.item), 0);
    else if (action === 'ExecuteMethod') this.execute(message);
    else if (action === 'executeMethod') this.post(message, { Error: 5000, Version: 1 }, 0);
  }

  private execute(message: Message): void {
    const dispatchId = Number(message._data.MethodData.DispatchId);
    const params = (message._data.ApiParams ?? {}) as Params; // an object by the protocol
    const name = methodOf(dispatchId);
    if (name) {
      this.calls.push(name);
      if (isDisplay(name)) this.displayed.push(`${name} ${String(params.itemId)}`);
      this.waiting.add(message);
      this.mostAtOnce = Math.max(this.mostAtOnce, this.waiting.size);
    }
    const answer = () => {
      this.waiting.delete(message);
      this.post(message, answerMethod(dispatchId, params, this.item, this.settings.user), 0);
    };
    const fault = this.faults.find(({ method, times }) => method === name && times !== 0);
    if (!fault) {
      // The real host answers from another task, never within the call.
      setTimeout(answer);
      return;
    }
    if (fault.times !== undefined) fault.times -= 1;
    if (fault.how === 'held') this.held.push(answer);
    else this.waiting.delete(message);
    if (fault.how === 'error') {
      this.post(message, { error: true, errorCode: fault.code ?? 9020, wasSuccessful: false }, 0);
    }
  }

  private appContext(): Record<string, unknown> {
    return {
      _id: this.controlId,
      _appName: 64,
      _appVersion: '16.01',
      _appMinorVersion: 1,
      _hostFullVersion: '20261113003.09',
      _appUILocale: this.settings.locale,
      _dataLocale: this.settings.locale,
      _docUrl: location.origin,
      _clientMode: 0,
      _settings: {},
      _reason: 'inserted',
      _osfControlType: 1,
      // The library reads who it is from here, as XML, for its telemetry.
      _eToken: encodeURIComponent('<r><t aid="interlog" oid="" cid="" /></r>'),
      _correlationId: crypto.randomUUID(),
      _appInstanceId: this.controlId,
      _requirementMatrix: JSON.stringify(this.settings.requirements),
      _appDomains: [],
      _addinName: 'Interlog',
      _featureGates: {},
    };
  }
}

function parse(text: string): Message | undefined {
  try {
    return JSON.parse(text) as Message; // from our own frame, by the protocol
  } catch {
    // Other scripts may post what they like to their parent.
    return undefined;
  }
}
