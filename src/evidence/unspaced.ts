const SCRIPTS = 'Han Hira Kana Bopo Hang Thai Laoo Khmr Mymr Tibt Java Bali Lana';

/**
 * A class of a pattern: letters of scripts that do not separate words by spaces, and Hangul, where particles follow names
 * directly. Next to them, any place may be the end of a word.
 */
export const UNSPACED = `[${SCRIPTS.replaceAll(/(\w+) ?/gu, '\\p{scx=$1}')}]`;
