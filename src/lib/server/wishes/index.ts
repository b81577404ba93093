export { readWishTerms, saveWishTerms } from './wish-terms.ts';
export { askAvailability, withdrawAvailability, type AvailabilityInput } from './ask-availability.ts';
export { decideAvailability } from './decide-availability.ts';
export { saveWishes } from './save-wishes.ts';
export {
	countAvailabilitiesToDecide,
	listAvailabilities,
	ownWishes,
	type AvailabilityView,
	type NamedAvailability,
	type OwnWishes
} from './read-wishes.ts';
export { readPersonTerms, type PersonTerms } from './person-terms.ts';
