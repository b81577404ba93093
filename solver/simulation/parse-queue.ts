import { parseSpan } from './parse-span.ts';
import { numberIn, refuse, ScenarioFields } from './scenario-fields.ts';
import { CHANNELS, LANGUAGES, type LocalSpan, type ScenarioQueue } from './scenario.ts';

const DAY_SECONDS = 86_400;
const FLAT_WEEK = Array.from({ length: 7 }, () => 1);
const FLAT_DAY = Array.from({ length: 24 }, () => 1);

const weight = (value: unknown, path: string): number => numberIn(value, path, 0, Infinity);
const text = (value: unknown, path: string): string =>
	typeof value === 'string' && value !== '' ? value : refuse(path, value, 'a text that is not empty');

const openSpan = (value: unknown, path: string): LocalSpan => {
	const fields = new ScenarioFields(value, path);
	const span = parseSpan(fields);
	fields.done();
	return span;
};

/** One queue, with what it leaves out filled in; `path` says where it stands in the scenario. */
export function parseQueue(value: unknown, path: string): ScenarioQueue {
	const queue = new ScenarioFields(value, path);
	const arrivals = new ScenarioFields(queue.raw('arrivals'), queue.at('arrivals'));
	const target = new ScenarioFields(
		queue.raw('serviceLevel') ?? { share: 0.8, thresholdSeconds: 20 },
		queue.at('serviceLevel')
	);
	const intents = new ScenarioFields(queue.raw('intents') ?? { general: 1 }, queue.at('intents'));
	const id = queue.text('id');
	const parsed: ScenarioQueue = {
		id,
		name: queue.text('name', id),
		channel: queue.oneOf('channel', CHANNELS, 'voice'),
		skill: queue.text('skill', id),
		language: queue.oneOf('language', LANGUAGES, 'en'),
		arrivals: {
			weeklyVolume: arrivals.number('weeklyVolume', 0, 1e9),
			weekdayShape: arrivals.list('weekdayShape', weight, FLAT_WEEK),
			intervalShape: arrivals.list('intervalShape', weight, FLAT_DAY)
		},
		openingHours: queue.has('openingHours') ? queue.list('openingHours', openSpan) : null,
		ahtSeconds: queue.number('ahtSeconds', 1, DAY_SECONDS),
		ahtCv: queue.number('ahtCv', 0, 5, 0.6),
		ahtDistribution: queue.oneOf('ahtDistribution', ['lognormal', 'exponential'], 'lognormal'),
		acwSeconds: queue.number('acwSeconds', 0, DAY_SECONDS, 0),
		holdShare: queue.number('holdShare', 0, 0.25, 0),
		patienceSeconds: queue.has('patienceSeconds') ? queue.number('patienceSeconds', 1, Infinity) : null,
		maxWaitSeconds: queue.numberOrNull('maxWaitSeconds', 1, Infinity),
		overflowTo: queue.oneOf('overflowTo', ['callback', 'voicemail'], 'callback'),
		serviceLevel: {
			share: target.number('share', 0, 1),
			thresholdSeconds: target.number('thresholdSeconds', 0, 30 * DAY_SECONDS)
		},
		priority: queue.number('priority', 1e-6, 1e6, 1),
		concurrency: queue.whole('concurrency', 1, 20, 20),
		botShare: queue.number('botShare', 0, 1, 0),
		botContainment: queue.number('botContainment', 0, 1, 0),
		transferShare: queue.number('transferShare', 0, 1, 0),
		transferTo: queue.list('transferTo', text, []),
		intents: Object.fromEntries(
			Object.keys((queue.raw('intents') ?? { general: 1 }) as object).map((name) => [
				name,
				intents.number(name, 0, Infinity)
			])
		)
	};
	for (const part of [arrivals, target, queue]) part.done();
	const { weekdayShape, intervalShape } = parsed.arrivals;
	if (weekdayShape.length !== 7)
		refuse(arrivals.at('weekdayShape'), weekdayShape, 'seven weights, Monday first');
	if (intervalShape.length === 0 || 1440 % intervalShape.length !== 0)
		refuse(arrivals.at('intervalShape'), intervalShape, 'a number of weights that divides 1,440 minutes');
	if (Math.max(...weekdayShape) === 0 || Math.max(...intervalShape) === 0)
		refuse(queue.at('arrivals'), parsed.arrivals, 'shapes with a weight above 0');
	if (parsed.acwSeconds >= parsed.ahtSeconds)
		refuse(queue.at('acwSeconds'), parsed.acwSeconds, `less than ahtSeconds (${parsed.ahtSeconds})`);
	if (!Object.values(parsed.intents).some((share) => share > 0))
		refuse(queue.at('intents'), parsed.intents, 'at least one intent with a weight above 0');
	return parsed;
}
