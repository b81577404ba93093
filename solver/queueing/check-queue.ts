/** What a queueing formula needs to know; the models take the parts that they use. */
export interface QueueInput {
	/** Offered load in Erlangs: contacts per interval × AHT / interval. At least 0. */
	loadErlangs: number;
	/** Servers (agents, or agents × slots where one handles several contacts at once): a whole number ≥ 0. */
	agents: number;
	/** Average handling time in seconds, above 0. */
	ahtSeconds: number;
	/** T: a contact answered after at most this long counts for the service level. Seconds, at least 0. */
	thresholdSeconds: number;
}

const refuse = (action: string, name: string, value: unknown, wanted: string): never => {
	throw new RangeError(`${action}: ${name} "${value}" must be ${wanted}.`);
};

/**
 * Throws unless load and agents are in the domain of the formulas: load finite and from 0 to 1e9 Erlangs, agents
 * whole and from 0 to 1e9 (beyond, neighbouring answers are no longer told apart in double precision).
 *
 * @throws RangeError naming the action, the value and what was wanted
 */
export function checkLoadAndAgents(action: string, loadErlangs: number, agents: number): void {
	if (!(loadErlangs >= 0 && loadErlangs <= 1e9))
		refuse(action, 'loadErlangs', loadErlangs, 'a number from 0 to 1e9');
	if (!(Number.isInteger(agents) && agents >= 0 && agents <= 1e9))
		refuse(action, 'agents', agents, 'a whole number from 0 to 1e9');
}

/** checkLoadAndAgents() and the two durations every waiting-time formula needs. */
export function checkQueue(action: string, input: QueueInput): void {
	checkLoadAndAgents(action, input.loadErlangs, input.agents);
	if (!(input.ahtSeconds > 0 && input.ahtSeconds < Infinity))
		refuse(action, 'ahtSeconds', input.ahtSeconds, 'a finite number of seconds above 0');
	if (!(input.thresholdSeconds >= 0 && input.thresholdSeconds < Infinity))
		refuse(action, 'thresholdSeconds', input.thresholdSeconds, 'a finite number of seconds, 0 or more');
}
