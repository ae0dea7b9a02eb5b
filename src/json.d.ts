/** JSON is untrusted until a guard has read it. */
declare module '*.json' {
  const value: unknown;
  export default value;
}
