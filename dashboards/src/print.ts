/** The generator's only way to speak to the person who started it. */
export function print(line: string): void {
  console.log(line);
}
