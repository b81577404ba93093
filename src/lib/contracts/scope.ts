/**
 * The part of the centre that an account or a key is meant for; null in its place = all of it. A site or a queue that is
 * named brings all that is in it, a team its people and the queues they serve.
 */
export interface NamedScope {
	sites: string[];
	teams: string[];
	queues: string[];
}
