import loadHighs, { type Highs, type ModelData, type VariableType } from 'highs';

/** A linear (or mixed-integer) program being built for HiGHS, rows as sparse lists. Minimised. */
export interface LinearModel {
	/** Returns the column's index. */
	addColumn(cost: number, lower: number, upper: number, integer?: boolean): number;
	/** Returns the row's index. */
	addRow(lower: number, upper: number, columns: readonly number[], values: readonly number[]): number;
	toModelData(): ModelData;
}

let loading: Promise<Highs> | null = null;
/** The engine, loaded once (50–150 ms). */
export const highs = (): Promise<Highs> => (loading ??= loadHighs());

export function createLinearModel(): LinearModel {
	const colCost: number[] = [];
	const colLower: number[] = [];
	const colUpper: number[] = [];
	const integrality: VariableType[] = [];
	const rowLower: number[] = [];
	const rowUpper: number[] = [];
	const starts: number[] = [0];
	const indices: number[] = [];
	const entries: number[] = [];
	return {
		addColumn(cost, lower, upper, integer = false) {
			colCost.push(cost);
			colLower.push(lower);
			colUpper.push(upper);
			integrality.push(integer ? 1 : 0);
			return colCost.length - 1;
		},
		addRow(lower, upper, columns, values) {
			rowLower.push(lower);
			rowUpper.push(upper);
			for (let i = 0; i < columns.length; i++) {
				indices.push(columns[i]!);
				entries.push(values[i]!);
			}
			starts.push(indices.length);
			return rowLower.length - 1;
		},
		toModelData: () => ({
			numCols: colCost.length,
			numRows: rowLower.length,
			colCost: Float64Array.from(colCost),
			colLower: Float64Array.from(colLower),
			colUpper: Float64Array.from(colUpper),
			rowLower: Float64Array.from(rowLower),
			rowUpper: Float64Array.from(rowUpper),
			matrix: {
				format: 'csr',
				numRows: rowLower.length,
				numCols: colCost.length,
				starts: Int32Array.from(starts),
				indices: Int32Array.from(indices),
				values: Float64Array.from(entries)
			},
			...(integrality.includes(1) ? { integrality } : {})
		})
	};
}
