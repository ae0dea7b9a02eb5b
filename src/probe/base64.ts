/** Base64 to text without DOM or Node. */

const ALPHABET =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PERCENT = 37;

/** The text whose UTF-8 bytes `encoded` holds, or null where it holds none. */
export function decodeBase64(encoded: string): string | null {
  if (encoded.length % 4 || !/^[A-Za-z0-9+/]*={0,2}$/.test(encoded)) {
    return null;
  }
  let percent = '';
  let bits = 0;
  let held = 0;
  for (const letter of encoded.replace(/=+$/, '')) {
    held = (held << 6) | ALPHABET.indexOf(letter);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      const byte = (held >> bits) & 255;
      percent +=
        byte < 128 && byte !== PERCENT
          ? String.fromCharCode(byte)
          : `%${byte.toString(16).padStart(2, '0')}`;
      held &= (1 << bits) - 1;
    }
  }
  try {
    return decodeURIComponent(percent);
  } catch {
    return null;
  }
}
