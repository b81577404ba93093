/** Uniform numbers in [0, 1) from a seed (Park and Miller's minimal standard). */
export function lcg(seed: number): () => number {
	let state = (Math.abs(Math.trunc(seed)) % 2_147_483_646) + 1;
	return () => {
		state = (state * 48_271) % 2_147_483_647;
		return (state - 1) / 2_147_483_646;
	};
}
