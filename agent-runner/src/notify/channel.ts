/** Somewhere messages to people go; throws when the message was not taken. */
export interface Channel {
  readonly name: string;
  send(text: string): Promise<void>;
}
