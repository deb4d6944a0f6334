/** Whether GitHub has refused to make a repository since there is one of that name. */
export function isNameTaken(error: unknown): boolean {
  const { status, response, message } = (error ?? {}) as {
    status?: number;
    message?: string;
    response?: { data?: { errors?: Array<{ message?: string }> } };
  };
  if (status !== 422) return false;
  const errors = response?.data?.errors ?? [];
  return [message, ...errors.map(one => one?.message)].some(text =>
    /name already exists/i.test(text ?? ''),
  );
}
