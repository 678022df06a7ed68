package org.namad.engine;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;

/**
 * What somebody may do with what is theirs. Left to itself the engine lets everybody delete their own account, and with
 * a model that they have deployed every case of it.
 */
class OwnRights extends DefaultAuthorizationProvider {

    /** One's own account: to read it, to change name and password. */
    @Override
    public AuthorizationEntity[] newUser(User user) {
        AuthorizationEntity[] rights = super.newUser(user);
        for (AuthorizationEntity right : rights) {
            if (right.getResourceType() == Resources.USER.resourceType()) {
                right.setPermissions(new Permissions[] {Permissions.READ, Permissions.UPDATE});
            }
        }
        return rights;
    }

    /** Nothing beyond what the deployer's groups may do. */
    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
        return null;
    }
}
