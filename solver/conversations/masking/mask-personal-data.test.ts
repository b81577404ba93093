import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoScenario, simulate } from '../../simulation/index.ts';
import { maskPersonalData } from './mask-personal-data.ts';

const masked = (text: string) => maskPersonalData(text).text;

describe('maskPersonalData()', () => {
	it.each([
		['4111111111111111', '[card]'],
		['4111 1111 1111 1111', '[card]'],
		['4111-1111-1111-1111', '[card]'],
		['4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1', '[card]'],
		['4111 1111 1111 1111 12/27 123', '[card] 12/27 123'],
		['12 4111 1111 1111 1111', '12 [card]'],
		['3782 822463 10005', '[card]'],
		['5555555555554444', '[card]'],
		['ES91 2100 0418 4502 0005 1332', '[iban]'],
		['es9121000418450200051332', '[iban]'],
		['ES91-2100-0418-4502-0005-1332', '[iban]'],
		['GB29 NWBK 6016 1331 9268 19', '[iban]'],
		['12345678Z', '[document]'],
		['12.345.678-Z', '[document]'],
		['12345678 z', '[document]'],
		['X1234567L', '[document]'],
		['X-1234567-L', '[document]'],
		['123-45-6789', '[document]'],
		['AB 12 34 56 C', '[document]'],
		['pasaporte AAB123456', 'pasaporte [document]'],
		['passport number is 533401234', 'passport number is [document]'],
		['DNI 12345678', 'DNI [document]'],
		['612345678', '[phone]'],
		['612 345 678', '[phone]'],
		['612 34 56 78', '[phone]'],
		['612-345-678', '[phone]'],
		['612.345.678', '[phone]'],
		['6 1 2 3 4 5 6 7 8', '[phone]'],
		['96 512 34 56', '[phone]'],
		['+34 612 345 678', '[phone]'],
		['+34612345678', '[phone]'],
		['0034 612 345 678', '[phone]'],
		['+44 7911 123456', '[phone]'],
		['07911 123456', '[phone]'],
		['020 7946 0958', '[phone]'],
		['(212) 555-0187', '[phone]'],
		['212-555-0187', '[phone]'],
		['+52 55 1234 5678', '[phone]'],
		['ana.b+x@correo.es', '[email]'],
		['JOSÉ_NÚÑEZ@sub.empresa.com.mx', '[email]'],
		['ana punto gil arroba correo punto es', '[email]'],
		['ana (at) correo.es', '[email]'],
		['john dot smith at mail dot com', '[email]']
	])('masks %s', (given, wanted) => {
		for (const [before, after] of [
			['', ''],
			['es: ', ', gracias'],
			['(', ').'],
			['Apunte: ', ' gracias por todo']
		])
			expect(masked(before + given + after)).toBe(before + wanted + after);
	});

	it.each([
		'mi pedido es el CC1234567',
		'pedido 712345678',
		'el número de pedido es 612345678',
		'order number 912345678 please',
		'mi contrato 4111111111111112 no aparece',
		'son 129,50 euros',
		'he pagado 1.234.567,89 €',
		'I paid $1,234,567.89 on 12/03/2024',
		'el 12/03/2024 a las 10:45:30',
		'2024-03-12T10:45:30Z',
		'del 2023 al 2024, 12 meses',
		'la lectura es 45012 y antes 44890',
		'CP 03700, calle Mayor 12, 3º B',
		'R-12345',
		'a las 8:15, 9:15 y 10:15',
		'unos 600 700 800 megas',
		'pago 20 30 40 euros',
		'IP 192.168.100.200',
		'versión 10.15.7.1234',
		'ES00 2100 0418 4502 0005 1332',
		'12345678A',
		'the code is 123456',
		'600000000000 kWh no puede ser',
		'www.empresa.es/@soporte',
		'@marea gracias',
		'we met at home dot',
		'see you at ten',
		'tracking 1Z999AA10123456784'
	])('leaves %s', (text) => expect(maskPersonalData(text)).toEqual({ text, found: [] }));

	it('counts by kind and leaves its own words as they are', () => {
		const { text, found } = maskPersonalData('612345678 o 613345678, 4111111111111111, a@b.es');
		expect(text).toBe('[phone] o [phone], [card], [email]');
		expect(found).toEqual([
			{ kind: 'card', count: 1 },
			{ kind: 'phone', count: 2 },
			{ kind: 'email', count: 1 }
		]);
		expect(maskPersonalData(text)).toEqual({ text, found: [] });
	});

	it('finds in the demo the phone numbers and addresses that are said, and nothing else', () => {
		const startMs = Date.parse('2026-03-03T00:00:00Z');
		let messages = 0;
		const taken = new Set<string>();
		for (const { type, data } of simulate(demoScenario(), {
			seed: 5,
			startMs,
			endMs: startMs + 12 * 3_600_000,
			utcOffsetSecondsAt: () => 3600
		})) {
			if (type !== 'marea.message') continue;
			messages++;
			const said = String((data as { text?: string }).text);
			const rest = said
				.replace(/6\d\d \d{3} \d{3}/g, '[phone]')
				.replace(/[\w.ñ]+@correo\.example/gu, '[email]');
			if (masked(said) !== rest) taken.add(said);
		}
		expect(messages).toBeGreaterThan(1_000);
		expect([...taken]).toEqual([]);
	});

	it('is the same once more, for any text', () => {
		const piece = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 12 }),
			fc.stringMatching(/^[0-9 .+-]{0,20}$/),
			fc.constantFrom('4111 1111 1111 1111', 'a@b.es', '12345678Z', ' ', '+34', 'ES91', '[card]')
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
				const once = masked(pieces.join(''));
				expect(masked(once)).toBe(once);
			}),
			{ seed: 4, numRuns: 500 }
		);
	});
});
