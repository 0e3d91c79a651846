import { runGenerator } from '../generators/run.ts';
import { GENERATORS } from '../generators/list.ts';
import { print } from '../print.ts';

const isCheck = process.argv.includes('--check');
for (const generator of GENERATORS) {
  const difference = await runGenerator(generator, isCheck ? 'compare' : 'write');
  if (difference === undefined) continue;
  print(difference);
  if (isCheck) {
    print(`The generated ${generator.name} differ from their source. Run: npm run generate`);
    process.exitCode = 1;
  }
}
