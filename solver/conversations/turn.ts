/** One thing said in a conversation, as it was said. */
export interface Turn {
	party: 'customer' | 'agent' | 'bot';
	text: string;
}
