export { conversationOf, type Conversation } from './conversation.ts';
export { ANSWERS_KEY, readAnswers, saveAnswers, type AnswersInput } from './answers.ts';
export { handoffCard } from './handoff-card.ts';
export { DEFAULT_RULES, HandoffRulesInput, readHandoffRules, updateHandoffRules } from './handoff-rules.ts';
export { firstNeed, type Need } from './judge.ts';
export { ownContacts } from './own-contacts.ts';
export { readContactEvents, readEventsOf } from './read-conversation.ts';
export { toldContact } from './told-intent.ts';
export { MOST_TRIED, tryHandoffRules } from './try-rules.ts';
