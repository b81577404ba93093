/** People with the same skills, interchangeable with one another. */
export interface SkillGroup {
	id: string;
	/** What they serve, in order of preference. */
	queueIds: readonly string[];
	/** Most people there are, always or in each interval; null or left out = no limit. */
	headcount?: number | ArrayLike<number> | null;
	/** Of one agent for one interval, above 0; 1 unless given. */
	cost?: number;
}
