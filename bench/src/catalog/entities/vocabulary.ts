const words = (text: string) => text.split(' ');

export const LANGUAGES = words(
  'typescript go java python rust kotlin ruby scala swift csharp',
);
export const COMPONENT_TYPES = words(
  'service website library pipeline model tool',
);
export const LIFECYCLES = words(
  'production experimental deprecated development',
);
export const API_TYPES = words('openapi graphql grpc asyncapi');
export const RESOURCE_TYPES = words('database s3-bucket queue');
/** What the made-up software is about. */
export const SUBJECTS = words(
  'payment order user search player catalog stream billing audit mail edge fraud ledger cart media geo auth risk quote promo',
);
