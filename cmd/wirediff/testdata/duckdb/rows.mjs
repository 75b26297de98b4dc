// Prints what DuckDB reads in a Parquet file: a line of JSON with the columns
// and their types, then one a row.
//   node rows.mjs FOLDER-OF-NODE-MODULES FILE.parquet
import { createRequire } from 'node:module';

const [modules, file] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(modules + '/')('@duckdb/node-api');
const db = await (await DuckDBInstance.create(':memory:')).connect();
const from = `FROM read_parquet('${file.replaceAll("'", "''")}')`;
const rows = async (sql) => (await db.runAndReadAll(sql)).getRowObjectsJson();
console.log(JSON.stringify(Object.fromEntries((await rows(`DESCRIBE SELECT * ${from}`)).map((c) => [c.column_name, c.column_type]))));
for (const row of await rows(`SELECT * ${from}`)) console.log(JSON.stringify(row));
