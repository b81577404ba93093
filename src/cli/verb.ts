/** What a verb may do with the outside world; tests pass their own. */
export interface Io {
	/** Results, for people or machines. */
	out(text: string): void;
	/** Progress and reasons. */
	err(text: string): void;
	/** Reads all of standard input. */
	stdin(): Promise<string>;
}

export interface Verb {
	/** One line for the list of verbs. */
	summary: string;
	/** Shown on `--help` and after wrong usage. */
	usage: string;
	/** Resolves to the exit code: 0 done, 1 refused or infeasible (reason on stderr), 2 wrong usage. */
	run(args: string[], io: Io): Promise<number>;
}

/** Thrown for a wrong flag or a missing argument: exit code 2, with the verb's usage. */
export class UsageError extends Error {}

/** Thrown for input that is understood and refused: exit code 1, with the reason. */
export class RefusedError extends Error {}
