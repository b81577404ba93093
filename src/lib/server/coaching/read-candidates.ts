import type { EvidenceContact, PerformanceFacts } from '#solver/coaching/index.ts';
import type { Context } from '../context.ts';
import { newestStays } from './contact-rows.ts';
import type { DayBands } from './day-bands.ts';

const EACH = 120;
/** Older ones are hardly remembered by who took them. */
const DAYS = 28;

/** The newest contacts of each agent, as evidence is chosen from. */
export async function readCandidates(
	{ db, now }: Context,
	days: readonly DayBands[],
	facts: PerformanceFacts
): Promise<EvidenceContact[]> {
	const recent = days.slice(-DAYS);
	if (recent.length === 0) return [];
	const index = new Map(facts.agents.map(({ id }, i) => [id, i]));
	const first = days.length - recent.length;
	const { rows } = await db.client.execute(newestStays(recent[0]!.fromMs, recent.at(-1)!.toMs, now(), EACH));
	return rows.flatMap((row): EvidenceContact[] => {
		const agent = index.get(String(row.agent_id));
		const at = Number(row.entered_at);
		const day = recent.findIndex(({ toMs }) => at < toMs);
		if (agent === undefined || day < 0) return [];
		const known = (value: unknown, is: boolean, figure: () => number) =>
			is && value !== null && value !== undefined ? figure() : undefined;
		const isLast = Number(row.passed_on) === 0;
		const isClosed = Number(row.is_closed) === 1;
		const wrap = Number(row.wrap_s);
		const values: EvidenceContact['values'] = {
			aht: Math.log(Number(row.handle_s)),
			acw: wrap > 0 ? Math.log(wrap) : undefined,
			hold: row.channel === 'voice' ? Number(Number(row.hold_s) > 0) : undefined,
			transfer: Number(row.passed_on),
			fcr: isClosed && row.intent !== '' ? 1 - Number(row.returned_for_it) : undefined,
			recontact: isClosed ? Number(row.returned) : undefined,
			csat: known(row.csat, isLast, () => Number(Number(row.csat) >= 4)),
			mood: known(row.mood_last, true, () => Number(row.mood_last) - Number(row.mood_first))
		};
		return [
			{
				id: String(row.contact_id),
				agent,
				day: first + day,
				queue: String(row.queue_id),
				channel: String(row.channel),
				intent: String(row.intent),
				band: recent[day]!.bands.findLast(({ fromMs }) => fromMs <= at)!.name,
				values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
			}
		];
	});
}
