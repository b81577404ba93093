export const OPTIONS = {
	volume: { type: 'string' },
	plan: { type: 'string' },
	interval: { type: 'string' },
	aht: { type: 'string' },
	patience: { type: 'string' },
	'service-level': { type: 'string' },
	'max-asa': { type: 'string' },
	'max-abandonment': { type: 'string' },
	'max-occupancy': { type: 'string' },
	shrinkage: { type: 'string' },
	'shrinkage-file': { type: 'string' },
	minimum: { type: 'string' },
	concurrency: { type: 'string' },
	'concurrency-slowdown': { type: 'string' },
	'bot-share': { type: 'string' },
	'bot-containment': { type: 'string' },
	'target-scope': { type: 'string' },
	'floor-service-level': { type: 'string' },
	agents: { type: 'string' },
	out: { type: 'string' },
	json: { type: 'boolean', default: false }
} as const;

export type Flags = { [name in Exclude<keyof typeof OPTIONS, 'json'>]?: string };

/** Flags of a whole plan, and flags of one interval: each only with its own. */
export const ONLY_WITH_PLAN = ['target-scope', 'floor-service-level', 'shrinkage-file', 'out'] as const;
export const ONLY_WITH_VOLUME = ['volume', 'agents'] as const;

export const usage = `marea staffing --volume N --interval 30m --aht 240s TARGET… [--agents N] [--json]
marea staffing --plan FORECAST.csv TARGET… [--target-scope interval|day] [--json] [--out PLAN.csv]

  TARGET, one or more; all of them have to hold:
  --service-level 80/20s    share of all offered contacts that are answered in time
  --max-asa 15s             mean queue time of the answered
  --max-abandonment 0.03    share of contacts that abandon; needs --patience
  --max-occupancy 0.85      handling time / (handling + available time)

  --patience 120s           mean patience: exact Erlang A; without it nobody abandons (Erlang C)
  --shrinkage 0.3           agents to schedule = agents / (1 − shrinkage)
  --minimum N               at least so many agents
  --concurrency K           contacts that one agent handles at once (chat); --aht is then the one at that concurrency,
  --concurrency-slowdown S  or, with this, that of a contact alone: it grows by S with each further one
  --bot-share, --bot-containment   share of contacts a bot takes first, and of those it closes itself
  --agents N                evaluates that number in place of finding one

  --plan                    interval_start,queue,offered[,aht_seconds,…], as marea forecast --out writes it
  --aht, --interval         with --plan: where the file has no handling time; where its rows do not show the interval
  --target-scope day        fewest hours with which each local day's figures hold (mean over its contacts)
  --floor-service-level     with day: what every interval keeps all the same, such as 50/60s
  --shrinkage-file F.json   [{"kind", "share", "weekdays": [1,5], "fromMinute": 720, "toMinute": 840}], 0 = Sunday
  --out                     interval_start,queue,offered,agents,agents_with_shrinkage,service_level,asa_seconds,
                            abandonment,occupancy

  Durations: 240, 240s, 30m, 1h30m, 28d. Shares: 0.3 or 30%.`;
