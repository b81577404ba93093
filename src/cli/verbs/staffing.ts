import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { describePlan, planCsv } from '../staffing/format-plan.ts';
import { ONLY_WITH_PLAN, ONLY_WITH_VOLUME, OPTIONS, usage } from '../staffing/options.ts';
import { intervalText, staffInterval } from '../staffing/staff-interval.ts';
import { staffPlan } from '../staffing/staff-plan.ts';
import { UsageError, type Verb } from '../verb.ts';

const verb: Verb = {
	summary: 'agents needed for an interval or a forecast (Erlang C, or exact Erlang A with a patience)',
	usage,
	async run(args, io) {
		const { values } = parseArgs({ args, options: OPTIONS, strict: true });
		const { json, ...flags } = values;
		const isPlan = flags.plan !== undefined;
		for (const name of isPlan ? ONLY_WITH_VOLUME : ONLY_WITH_PLAN)
			if (flags[name] !== undefined)
				throw new UsageError(
					`--${name} ${isPlan ? 'does not go with --plan' : 'goes with --plan FORECAST.csv'}.`
				);
		if (!isPlan) {
			const result = staffInterval(flags);
			io.out(json ? JSON.stringify(result) : intervalText(result));
			return 0;
		}
		const plan = staffPlan(flags);
		for (const queue of plan.queues) for (const line of describePlan(queue)) io.err(line);
		if (flags.out) writeFileSync(flags.out, planCsv(plan.queues));
		if (json) io.out(JSON.stringify(plan, null, 2));
		else if (!flags.out) io.out(planCsv(plan.queues));
		return 0;
	}
};

export default verb;
