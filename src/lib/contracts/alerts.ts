/** What an alert rule can watch, per queue; `worse` says on which side of its threshold trouble lies. */
export const ALERT_METRICS = {
	waiting: { worse: 'above', unit: 'contacts' },
	oldestWait: { worse: 'above', unit: 'seconds' },
	serviceLevel: { worse: 'below', unit: 'share' },
	abandonment: { worse: 'above', unit: 'share' },
	ewt: { worse: 'above', unit: 'seconds' },
	available: { worse: 'below', unit: 'agents' },
	sentiment: { worse: 'below', unit: 'score' },
	/** Open contacts at or above the urgency at which a person is needed, which nobody looks after. */
	needsPerson: { worse: 'above', unit: 'contacts' },
	/** How long the longest of them has needed one. */
	needsPersonFor: { worse: 'above', unit: 'seconds' },
	/** The lowest running mood among the queue's open contacts, −5…+5. */
	worstMood: { worse: 'below', unit: 'mood' },
	sourceSilent: { worse: 'above', unit: 'seconds' }
} as const satisfies Record<string, { worse: 'above' | 'below'; unit: string }>;
export type AlertMetric = keyof typeof ALERT_METRICS;

/** The ones that can be foreseen. */
export const PREDICTED_METRICS = ['waiting', 'serviceLevel', 'abandonment'] as const satisfies AlertMetric[];

export interface AlertRow {
	id: string;
	ruleId: string;
	ruleName: string;
	metric: AlertMetric;
	queueId: string;
	severity: 'watch' | 'breach';
	/** The prediction was judged, so many minutes ahead; null = the present. */
	aheadMinutes: number | null;
	value: number;
	worstValue: number;
	threshold: number;
	openedAt: number;
	closedAt: number | null;
	acknowledgedBy: string | null;
	acknowledgedAt: number | null;
	snoozedUntil: number | null;
	note: string | null;
	noteBy: string | null;
	/** The browser plays its sound when it opens. */
	sound: boolean;
}

/** An alert that a rule would have opened. */
export interface TrialAlert {
	queueId: string;
	severity: 'watch' | 'breach';
	worstValue: number;
	openedAt: number;
	/** Null: still open when the day, or what there is of it, ended. */
	closedAt: number | null;
}

/** What a rule would have done on a past day. */
export interface AlertTrial {
	fromMs: number;
	toMs: number;
	/** The first ones in order of time; `count` tells of all. */
	alerts: TrialAlert[];
	count: number;
	breaches: number;
	longestSeconds: number | null;
}
