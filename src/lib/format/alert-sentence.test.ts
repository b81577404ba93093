import { expect, it } from 'vitest';
import { ALERT_METRICS, type AlertMetric } from '#lib/contracts/alerts.ts';
import { alertSentence } from './alert-sentence.ts';

const alert = { metric: 'serviceLevel', value: 0.62, threshold: 0.8, aheadMinutes: null } as const;

it('alertSentence() says the value and its threshold in the reader’s language', () => {
	expect(alertSentence(alert, 'en')).toBe('Service level 62%, below 80%');
	expect(alertSentence(alert, 'es')).toBe(
		'Nivel de servicio: 62 %, por debajo de 80 %'.replaceAll(' %', '\u00a0%')
	);
	expect(alertSentence({ ...alert, aheadMinutes: 20 }, 'en')).toBe('In 20 min: Service level 62%, below 80%');
	expect(alertSentence({ metric: 'oldestWait', value: 95, threshold: 60, aheadMinutes: null }, 'en')).toBe(
		'Longest wait 1:35, above 1:00'
	);
});

it('alertSentence() has words for every metric, none of them the same', () => {
	const metrics = Object.keys(ALERT_METRICS) as AlertMetric[];
	for (const locale of ['en', 'es'] as const)
		expect(
			new Set(metrics.map((metric) => alertSentence({ ...alert, metric, value: 1, threshold: 0 }, locale)))
				.size
		).toBe(metrics.length);
});
