import Compressor from 'compressorjs';

const LONGEST_SIDE = 1920;

/** A photo re-encoded: small enough for a phone's network, upright, without the camera's notes on place and time. */
export function shrink(file: File): Promise<Blob> {
  return new Promise((done, failed) => {
    new Compressor(file, {
      quality: 0.8,
      maxWidth: LONGEST_SIDE,
      maxHeight: LONGEST_SIDE,
      mimeType: 'image/jpeg',
      retainExif: false,
      success: done,
      error: failed,
    });
  });
}
