import { isRemotePicture } from './isRemotePicture';

const origin = 'https://portal.example';

describe('isRemotePicture', () => {
  it.each([
    '/picture.png',
    'picture.png',
    'https://portal.example/picture.png',
    'https://PORTAL.example:443/picture.png',
    'data:image/png;base64,AAAA',
  ])('leaves %s alone', picture => {
    expect(isRemotePicture({ picture, origin })).toBe(false);
  });

  it.each([
    'https://pictures.example/jane.png',
    'http://portal.example/picture.png',
    'https://portal.example:8443/picture.png',
    'https://portal.example@evil.example/picture.png',
    '//pictures.example/jane.png',
    '\\\\pictures.example\\jane.png',
    'blob:https://pictures.example/1',
    'vbscript:msgbox',
    'https://',
  ])('takes %s for remote', picture => {
    expect(isRemotePicture({ picture, origin })).toBe(true);
  });
});
