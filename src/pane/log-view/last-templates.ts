import * as v from 'valibot';
import { TemplateCode } from '../../domain/ids.ts';
import type { Preferences } from '../pane-services.ts';

const key = 'last-templates';
const most = 3;
const Codes = v.array(TemplateCode);

/** The templates that the person chose last on this device, the newest first. */
export function lastTemplates(preferences: Preferences): TemplateCode[] {
  const kept = preferences.get(key)?.split('\n') ?? [];
  const parsed = v.safeParse(Codes, kept);
  return parsed.success ? parsed.output : [];
}

export function rememberTemplate(preferences: Preferences, code: TemplateCode): void {
  const others = lastTemplates(preferences).filter((one) => one !== code);
  preferences.set(key, [code, ...others].slice(0, most).join('\n'));
}
