drop ${kind} ${name}
