// Reads QR codes through the camera; large, so screens import it when somebody wants to scan.
export { BrowserQRCodeReader } from '@zxing/browser';
