/** One line to the person who started the command. */
export function print(line: string): void {
  console.log(line);
}
