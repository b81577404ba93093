import type { AuditChannel } from '#lib/contracts/audit.ts';
import { m } from '#lib/paraglide/messages.js';
import { AUDIT_ACTIONS } from './audit-actions.ts';
import { AUDIT_NOUNS } from './audit-nouns.ts';

/** What was done, in words; an action of a later version as it is stored. */
export const auditAction = (action: string): string => AUDIT_ACTIONS[action]?.() ?? action;

/** What was acted on: its kind in words, and its id. */
export function auditSubject(subject: string): { noun: string; id: string | null } {
	const [noun = '', ...rest] = subject.split(':');
	return { noun: AUDIT_NOUNS[noun]?.() ?? noun, id: rest.length > 0 ? rest.join(':') : null };
}

export const auditChannel = (channel: AuditChannel | null): string | null =>
	channel &&
	{
		page: m.audit_channel_page,
		api: m.audit_channel_api,
		cli: m.audit_channel_cli,
		system: m.audit_channel_system
	}[channel]();
