/** One thing said, at a fraction 0 to 1 of the talk. */
export interface Line {
	party: 'customer' | 'agent' | 'bot';
	text: string;
	at: number;
}
