/** What people say about one reason for contact. Words in {braces} are slots: see `fillSlots`. */
export interface IntentPhrases {
	/** The customer says why; the first list calmly, the second upset. */
	openers: string[];
	upsetOpeners: string[];
	/** The agent asks, the customer answers, in pairs by place. */
	asks: [ask: string, answer: string][];
	/** What the agent finds. */
	findings: string[];
	solutions: string[];
	failures: string[];
	/** The customer asks more, the agent answers. */
	questions: [question: string, answer: string][];
}

/** Moods from worst to best: below −0.6, −0.2, 0.25, 0.65, and above. */
export type ByMood = [angry: string[], upset: string[], neutral: string[], content: string[], glad: string[]];

/** What is said in a language whatever the reason. */
export interface LanguagePhrases {
	greetings: string[];
	greetingsAfterTransfer: string[];
	afterBot: string[];
	afterTransfer: string[];
	empathy: string[];
	askIdentity: string[];
	giveIdentity: string[];
	checking: string[];
	holdBegins: string[];
	holdEnds: string[];
	transferring: string[];
	anythingElse: string[];
	goodbyes: string[];
	/** Said while it goes on, and as it ends. */
	reactions: ByMood;
	closings: ByMood;
	/** Set before a sentence. */
	leadIns: ByMood;
	fillers: [customer: string, agent: string][];
	emailGreeting: string;
	emailClose: string;
	emailReplyOpen: string;
	emailReplyClose: string;
	bot: {
		greetings: string[];
		asksIdentity: string[];
		/** The customer says who it is. */
		identities: string[];
		/** Set before the next question once the contract was found. */
		found: string[];
		/** Said to the bot's last question before it closes the matter. */
		answers: string[];
		/** Before saying it again. */
		again: string[];
		solved: string[];
		solvedThanks: string[];
		notUnderstood: string[];
		wantsPerson: string[];
		handsOver: string[];
		/** Typed while nobody has answered yet. */
		writesOn: { calm: string[]; upset: string[] };
	};
	intents: Record<string, IntentPhrases>;
}
