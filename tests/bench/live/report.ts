/** What a part of the benchmark found: whether its answers are right, and its goals by name. */
export interface Found {
	isRight: boolean;
	goals: { name: string; met: boolean; figure: string }[];
}

export const say = (text: string): void => console.log(text);
export const whole = (value: number): string => Math.round(value).toLocaleString('en');
export const perSecond = (count: number, ms: number): string => `${whole((count / ms) * 1000)} events/s`;

export interface Timed<T> {
	ms: number;
	/** Of this process: what other programs took from the machine is not in it. */
	cpuMs: number;
	result: T;
}

export async function timed<T>(work: () => Promise<T> | T): Promise<Timed<T>> {
	const [start, cpu] = [performance.now(), process.cpuUsage()];
	const result = await work();
	const { user, system } = process.cpuUsage(cpu);
	return { ms: performance.now() - start, cpuMs: (user + system) / 1000, result };
}
