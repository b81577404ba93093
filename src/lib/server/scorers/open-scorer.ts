import { MODEL_VARIABLE, ModelFolderError, readModelFolder } from './model-folder.ts';
import { missingPackages, missingSentence } from './onnx-runtime.ts';
import type { TurnScorer } from './turn-scorer.ts';
import { WorkerScorer } from './worker-scorer.ts';

/**
 * The transformer that the environment names; null where it names none. Off by default.
 *
 * @throws ModelFolderError where it cannot work, with what to do: the server does not start as if it were there
 */
export async function openScorer(
	env: Readonly<Record<string, string | undefined>> = process.env
): Promise<TurnScorer | null> {
	const path = env[MODEL_VARIABLE];
	if (!path) return null;
	const model = readModelFolder(path);
	const missing = missingPackages(model);
	if (missing.length > 0) throw new ModelFolderError(missingSentence(missing));
	const scorer = new WorkerScorer(model);
	try {
		await scorer.score([{ language: 'en', text: 'Thank you, that was good' }]);
	} catch (error) {
		await scorer.close();
		throw new ModelFolderError(
			`${MODEL_VARIABLE} is "${path}", but the model cannot be used: ${(error as Error).message} Mend the folder, or unset ${MODEL_VARIABLE} to use the built-in model.`
		);
	}
	return scorer;
}
