import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '../access/index.ts';
import { listForms, readForm, retireForm, saveForm } from './index.ts';
import { lead, words, FORM, test, formId, useQualityCentre } from './testing.ts';

useQualityCentre();

describe('saveForm()', () => {
	it('keeps every version, and does not run over what somebody else has saved', async () => {
		const { ctx } = test;
		const more = { sections: [{ ...FORM.sections[0]!, weight: 7 }] };
		expect(await saveForm(ctx, lead, { id: formId, name: words('New'), body: more, basedOn: 1 })).toEqual({
			status: 'saved',
			id: formId,
			version: 2
		});
		expect(await saveForm(ctx, lead, { id: formId, name: words('Late'), body: FORM, basedOn: 1 })).toEqual({
			status: 'outdated',
			version: 2
		});
		const form = (await readForm(ctx, lead, formId))!;
		expect(form.versions.map(({ version, name }) => [version, name.en])).toEqual([
			[2, 'New'],
			[1, 'Form']
		]);
		await retireForm(ctx, lead, { id: formId, isRetired: true });
		expect((await listForms(ctx, lead))[0]).toMatchObject({ isRetired: true, version: 2 });
		expect(await test.audited()).toEqual(['quality-form.save', 'quality-form.save', 'quality-form.retire']);
	});

	it('refuses ids used twice, texts in one language and weights of nothing', async () => {
		const [section] = FORM.sections;
		const [item] = section!.items;
		for (const body of [
			{ sections: [section!, section!] },
			{ sections: [{ ...section!, weight: 0 }] },
			{ sections: [{ ...section!, items: [{ ...item!, text: { en: 'x', es: ' ' } }] }] },
			{ sections: [] }
		])
			await expect(
				saveForm(test.ctx, lead, { id: null, name: words('F'), body, basedOn: null })
			).rejects.toThrow(InvalidInputError);
	});
});
