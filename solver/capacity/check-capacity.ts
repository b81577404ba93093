import type {
	CapacityChanges,
	CapacityCost,
	CapacityFamily,
	CapacityInput,
	CapacityPeople
} from './capacity-input.ts';
import { refuse } from './refuse.ts';

const ACTION = 'Planning capacity';

const number = (name: string, value: number, least: number, most: number, what = '') => {
	if (value >= least && value <= most && Number.isFinite(value)) return;
	const slip = most <= 1 && value > 1 && value <= 100 ? ` Maybe ${value / 100} was meant.` : '';
	const bounds = most === Infinity ? `${least} or more` : `from ${least} to ${most}`;
	refuse(ACTION, name, value, `a number ${bounds}${what && `, ${what}`}.${slip}`);
};
const below1 = (name: string, value: number) => {
	number(name, value, 0, 1);
	if (value === 1) refuse(ACTION, name, value, 'below 1: nothing would be left.');
};
const whole = (name: string, value: number, least: number, most: number) => {
	number(name, value, least, most);
	if (!Number.isInteger(value)) refuse(ACTION, name, value, 'a whole number.');
};

/** @throws RangeError that names the field by its path, the value and what was wanted */
export function checkCapacity(input: CapacityInput): void {
	const { families, monthCount, changes, maxOccupancy, people, cost } = input;
	if (families.length === 0) refuse(ACTION, 'families', 'none', 'at least one.');
	if (new Set(families.map(({ id }) => id)).size < families.length)
		refuse(ACTION, 'families', families.map(({ id }) => id).join(', '), 'of different ids.');
	if (maxOccupancy !== null) {
		number('maxOccupancy', maxOccupancy, 0, 1);
		if (maxOccupancy === 0) refuse(ACTION, 'maxOccupancy', 0, 'above 0, or null for no cap.');
	}
	checkChanges('changes', changes, monthCount);
	checkPools(families);
	for (const family of families) checkFamily(family, monthCount);
	checkPeople(people, monthCount);
	checkCost(cost);
}

function checkChanges(at: string, changes: Partial<CapacityChanges>, monthCount: number): void {
	for (const name of ['growth', 'ahtRate'] as const) {
		const rate = changes[name]?.rate ?? 0;
		if (!(rate > -1 && rate <= 10))
			refuse(ACTION, `${at}.${name}.rate`, rate, 'a fraction above -1 and at most 10; 0.1 is 10 %.');
	}
	for (const name of ['volumeSteps', 'ahtSteps'] as const)
		changes[name]?.forEach(({ month, factor }, i) => {
			whole(`${at}.${name}[${i}].month`, month, 0, monthCount - 1);
			number(`${at}.${name}[${i}].factor`, factor, 0, 100);
			if (name === 'ahtSteps' && factor === 0) refuse(ACTION, `${at}.${name}[${i}].factor`, 0, 'above 0.');
		});
	if (changes.containmentPerYear !== undefined)
		number(`${at}.containmentPerYear`, changes.containmentPerYear, -1, 1);
	changes.containmentSteps?.forEach(({ month, points }, i) => {
		whole(`${at}.containmentSteps[${i}].month`, month, 0, monthCount - 1);
		number(`${at}.containmentSteps[${i}].points`, points, -1, 1);
	});
}

function checkPools(families: readonly CapacityFamily[]): void {
	const first = new Map<number, CapacityFamily>();
	for (const family of families) {
		if (family.pool === undefined || family.pool === null) continue;
		whole(`families["${family.id}"].pool`, family.pool, 0, 1e6);
		const of = first.get(family.pool);
		if (!of) first.set(family.pool, family);
		else if (
			of.concurrency !== family.concurrency ||
			of.isDeferred !== family.isDeferred ||
			of.profile.intervalSeconds !== family.profile.intervalSeconds
		)
			refuse(
				ACTION,
				`families["${family.id}"].pool`,
				family.pool,
				`another than that of "${of.id}": only work of one kind (as many contacts at once, waiting or deferred, the same intervals) can be shared.`
			);
	}
}

function checkFamily(family: CapacityFamily, monthCount: number): void {
	const at = `families["${family.id}"]`;
	const { contactsByMonth, profile } = family;
	if (contactsByMonth.length !== monthCount)
		refuse(ACTION, `${at}.contactsByMonth.length`, contactsByMonth.length, `${monthCount}, one a month.`);
	for (let m = 0; m < monthCount; m++)
		number(`${at}.contactsByMonth[${m}]`, contactsByMonth[m]!, 0, 1e10, 'contacts');
	number(`${at}.ahtSeconds`, family.ahtSeconds, 1, 30 * 86_400, 'seconds');
	number(`${at}.bots.share`, family.bots.share, 0, 1);
	number(`${at}.bots.containment`, family.bots.containment, 0, 1);
	below1(`${at}.serviceLevel.share`, family.serviceLevel.share);
	if (family.serviceLevel.share === 0) refuse(ACTION, `${at}.serviceLevel.share`, 0, 'above 0.');
	number(`${at}.serviceLevel.thresholdSeconds`, family.serviceLevel.thresholdSeconds, 0, 30 * 86_400);
	if (family.patienceSeconds !== null)
		number(`${at}.patienceSeconds`, family.patienceSeconds, 1, 30 * 86_400, 'or null');
	whole(`${at}.concurrency`, family.concurrency, 1, 100);
	whole(`${at}.minimumAgents`, family.minimumAgents, 0, 100_000);
	const { intervalSeconds, shares } = profile;
	if (!(intervalSeconds > 0 && Number.isInteger(86_400 / intervalSeconds)))
		refuse(ACTION, `${at}.profile.intervalSeconds`, intervalSeconds, 'a divisor of a day of 86400 s.');
	const width = 86_400 / intervalSeconds;
	if (shares.length !== 7 || shares.some((row) => row.length !== width))
		refuse(ACTION, `${at}.profile.shares`, shares.map((row) => row.length).join(', '), `7 rows of ${width}.`);
	for (const row of shares)
		for (let i = 0; i < width; i++) number(`${at}.profile.shares`, row[i]!, 0, Number.MAX_VALUE);
	if (!shares.some((row) => Array.prototype.some.call(row, (share: number) => share > 0)))
		refuse(ACTION, `${at}.profile.shares`, 'all 0', 'above 0 in some interval: it is never open.');
	if (family.changes) checkChanges(`${at}.changes`, family.changes, monthCount);
}

function checkPeople(people: CapacityPeople, monthCount: number): void {
	number('people.heads', people.heads, 0, 1e6);
	number('people.fullTimeHoursPerWeek', people.fullTimeHoursPerWeek, 1, 84, 'hours');
	number('people.partTime.share', people.partTime.share, 0, 1);
	number(
		'people.partTime.hoursPerWeek',
		people.partTime.hoursPerWeek,
		1,
		people.fullTimeHoursPerWeek,
		'hours'
	);
	const { shrinkage } = people;
	if (typeof shrinkage === 'number') below1('people.shrinkage', shrinkage);
	else {
		if (shrinkage.length !== monthCount)
			refuse(ACTION, 'people.shrinkage.length', shrinkage.length, `${monthCount}, one a month.`);
		for (let m = 0; m < monthCount; m++) below1(`people.shrinkage[${m}]`, shrinkage[m]!);
	}
	number('people.scheduleFit', people.scheduleFit, 0.1, 1);
	below1('people.attrition.monthly', people.attrition.monthly);
	if (people.attrition.early) {
		below1('people.attrition.early.monthly', people.attrition.early.monthly);
		whole('people.attrition.early.months', people.attrition.early.months, 0, 60);
	}
	people.classes.forEach(({ month, heads }, i) => {
		whole(`people.classes[${i}].month`, month, 0, monthCount - 1);
		number(`people.classes[${i}].heads`, heads, 0, 1e6);
	});
	number('people.leadWeeks', people.leadWeeks, 0, 104, 'weeks');
	number('people.trainingWeeks', people.trainingWeeks, 0, 104, 'weeks');
	people.ramp.forEach(({ weeks, productivity }, i) => {
		number(`people.ramp[${i}].weeks`, weeks, 0, 104, 'weeks');
		number(`people.ramp[${i}].productivity`, productivity, 0, 1);
	});
	if (people.learningHalfLifeWeeks !== null)
		number('people.learningHalfLifeWeeks', people.learningHalfLifeWeeks, 0.1, 520, 'weeks or null');
	number('people.overtimeShare', people.overtimeShare, 0, 1);
}

function checkCost(cost: CapacityCost): void {
	number('cost.payPerHour', cost.payPerHour, 0, 1e9);
	number('cost.loadShare', cost.loadShare, 0, 10);
	number('cost.overtimeFactor', cost.overtimeFactor, 0, 10);
	for (const name of ['perHire', 'trainingPerHire', 'perHeadMonth', 'perBotConversation'] as const)
		number(`cost.${name}`, cost[name], 0, 1e9);
}
