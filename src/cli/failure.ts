/** Something that stops a command: one clear line, exit code 2. */
export class CommandFailure extends Error {}
