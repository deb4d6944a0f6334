export { userInfoServiceFactory as stockUserInfoServiceFactory } from '@backstage/backend-defaults/userInfo';
