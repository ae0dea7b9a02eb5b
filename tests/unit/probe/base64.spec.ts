import { decodeBase64 } from '../../../src/probe/base64';

describe('base64', () => {
  test.each(['', 'a', 'ab', 'abc', '100 %25', 'é ü 漢 🎈', '\u0000\u007f'])(
    '%j',
    text => {
      expect(decodeBase64(Buffer.from(text).toString('base64'))).toBe(text);
    }
  );

  test.each(['a', 'ab=', 'ab c', 'a===', '_-__', 'wyg='])('not %j', text => {
    expect(decodeBase64(text)).toBeNull();
  });
});
