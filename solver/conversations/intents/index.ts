export { crossValidateIntents, type IntentCrossValidation } from './cross-validate-intents.ts';
export { guessIntent, type IntentGuess } from './guess-intent.ts';
export { type IntentExample, type IntentModel } from './intent-model.ts';
export { trainIntents } from './train-intents.ts';
