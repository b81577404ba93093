type Place = { id: string; name: string };

/** What an account or a key can be for a part of. */
export interface Places {
	sites: Place[];
	teams: Place[];
	queues: Place[];
}
