export { listSuggestions, type SuggestionFilter } from './list-suggestions.ts';
export { recordSuggestion, type NewSuggestion } from './record-suggestion.ts';
export { settleSuggestions } from './settle-suggestions.ts';
export { summariseSuggestions } from './summarise-suggestions.ts';
