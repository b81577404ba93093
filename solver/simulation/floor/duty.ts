import { refreshAgent } from './agent-state.ts';
import { serve } from './routing.ts';
import { partsOf, weekdayOf } from '../planned-shifts.ts';
import type { Duty, Floor, FloorAgent } from './floor.ts';

/** The comings and goings of an agent whose shifts begin on one local day; the same whenever the run began. */
function dutiesOf(floor: Floor, agent: FloorAgent, day: number): Duty[] {
	const { absence, punctualitySeconds } = floor.scenario.site;
	const random = floor.random.days.fork(`duty ${agent.plan.id} ${day}`);
	const weekday = weekdayOf(day);
	const duties: Duty[] = [];
	for (const shift of agent.plan.shifts) {
		if (!shift.weekdays.includes(weekday)) continue;
		if (random.uniform() < absence) continue;
		const late = () => Math.max(-300, Math.min(1200, punctualitySeconds * random.normal()));
		const add = (change: Duty['change'], seconds: number, durationSeconds: number) =>
			duties.push({ atMs: floor.clock.utcMs(day, seconds), change, durationMs: durationSeconds * 1000 });
		add('on', shift.startSeconds + late(), 0);
		for (const { kind, atSeconds, durationSeconds } of partsOf(shift, weekday)) {
			const startsAt = shift.startSeconds + atSeconds + late();
			// A pause may run over; what is planned with others ends when it ends.
			const isPause = kind === 'break' || kind === 'lunch';
			add(kind, startsAt, durationSeconds + (isPause ? late() / 2 : 0));
		}
		add('off', shift.endSeconds + Math.max(0, late()), 0);
	}
	for (const duty of duties) duty.durationMs = Math.max(0, duty.durationMs);
	return duties.sort((a, b) => a.atMs - b.atMs);
}

function nextDuty(floor: Floor, agent: FloorAgent): Duty {
	while (agent.duties.length === 0) agent.duties = dutiesOf(floor, agent, agent.nextDutyDay++);
	return agent.duties[0]!;
}

/** Whether the agent's day, as planned, has the agent at work: the next coming or going is a going. */
export function isWithinShift(floor: Floor, agent: FloorAgent): boolean {
	if (agent.plan.shifts.every(({ weekdays }) => weekdays.length === 0)) return agent.plan.shifts.length === 0;
	nextDuty(floor, agent);
	return agent.duties.find(({ change }) => change === 'on' || change === 'off')?.change === 'off';
}

/** Where the agent stands as the run begins: yesterday's night shift included. */
export function beginDuty(floor: Floor, agent: FloorAgent): void {
	agent.idleSinceMs = floor.nowMs;
	if (agent.plan.shifts.every(({ weekdays }) => weekdays.length === 0)) {
		agent.onDuty = agent.plan.shifts.length === 0;
		return refreshAgent(floor, agent, true);
	}
	agent.nextDutyDay = floor.clock.local(floor.nowMs).day - 1;
	for (let duty = nextDuty(floor, agent); duty.atMs <= floor.nowMs; duty = nextDuty(floor, agent)) {
		agent.duties.shift();
		if (duty.change === 'on' || duty.change === 'off') {
			agent.onDuty = duty.change === 'on';
			continue;
		}
		const leftMs = duty.atMs + duty.durationMs - floor.nowMs;
		if (leftMs > 0 && agent.onDuty) agent.pause = { kind: duty.change, durationMs: leftMs, running: false };
	}
	if (!agent.onDuty) agent.pause = null;
	refreshAgent(floor, agent, true);
	planDuty(floor, agent);
}

function planDuty(floor: Floor, agent: FloorAgent): void {
	floor.agenda.add(Math.max(nextDuty(floor, agent).atMs, floor.nowMs), { kind: 'duty', agent });
}

/** Comes on, goes off, or is due for a pause, which waits for the contacts in hand. */
export function changeDuty(floor: Floor, agent: FloorAgent): void {
	const { change, durationMs } = agent.duties.shift()!;
	if (change === 'on') {
		agent.onDuty = true;
	} else if (change === 'off') {
		agent.onDuty = false;
		agent.pause = null;
		agent.pauseToken++;
	} else if (agent.onDuty && agent.pause === null) {
		agent.pause = { kind: change, durationMs, running: false };
	}
	refreshAgent(floor, agent);
	serve(floor, agent);
	planDuty(floor, agent);
}

export function endPause(floor: Floor, agent: FloorAgent): void {
	agent.pause = null;
	refreshAgent(floor, agent);
	serve(floor, agent);
}
