import type { Context } from '../context.ts';

/**
 * Writes the evaluations of the days into the agents' day facts: how many, the sum and the squares of their scores. Only
 * of contacts drawn at random: those chosen for their risk would make who has hard contacts look worse than they are.
 * For days of the whole period, as an evaluation may come weeks after its contact.
 */
export async function gatherEvaluations({ db }: Context, dates: readonly string[]): Promise<void> {
	if (dates.length === 0) return;
	const args = { from: dates[0]!, to: dates.at(-1)! };
	await db.client.batch(
		[
			{
				sql: `UPDATE performance_days SET evaluations = 0, evaluation_scores = 0, evaluation_squares = 0
					WHERE origin = 'log' AND evaluations > 0 AND date BETWEEN :from AND :to`,
				args
			},
			{
				sql: `INSERT INTO performance_days (date, agent_id, origin, evaluations, evaluation_scores, evaluation_squares)
					SELECT contact_date, agent_id, 'log', count(*), sum(score), sum(score * score) FROM quality_evaluations
					WHERE state = 'shared' AND basis = 'random' AND score IS NOT NULL AND contact_date BETWEEN :from AND :to
					GROUP BY contact_date, agent_id
					ON CONFLICT (date, agent_id) DO UPDATE SET evaluations = excluded.evaluations,
						evaluation_scores = excluded.evaluation_scores, evaluation_squares = excluded.evaluation_squares`,
				args
			}
		],
		'write'
	);
}
