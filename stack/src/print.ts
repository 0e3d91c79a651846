/** The launcher's only way to speak to the person who started it. */
export function print(line = ''): void {
  console.log(line);
}

export function printError(line: string): void {
  console.error(line);
}
